import type { CommitteeNotice } from '../../../../committee/sessions/committee-notices.ts';
import { typeset } from '../../../../platform/french/typography.ts';
import { sessionPath } from '../paths.ts';

interface Props {
  readonly service: string;
  readonly notices: readonly CommitteeNotice[];
}

const marks = {
  prepare: 'À préparer',
  decide: 'À décider',
  condition: 'À remplir',
  late: 'En retard',
  check: 'À relire',
} as const;

/** What waits in the committees of a service, each with the page where it is done. */
export function Notices({ service, notices }: Props) {
  if (notices.length === 0) return null;
  return (
    <ul class="week-lines">
      {notices.map(({ kind, session, sentence }) => (
        <li>
          <span class={kind === 'late' ? 'week-mark week-mark-broken' : 'week-mark'}>{marks[kind]}</span>
          <a href={sessionPath(service, session)}>{typeset(sentence)}</a>
        </li>
      ))}
    </ul>
  );
}
