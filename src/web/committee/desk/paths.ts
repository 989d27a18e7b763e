export const deskPath = '/equipe/bureau';

export const deskTablePath = `${deskPath}.csv`;
