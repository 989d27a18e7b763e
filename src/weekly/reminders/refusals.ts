import { AccountRefusal } from '../../platform/accounts/refusals.ts';

export const addressNotUsable = () =>
  new AccountRefusal(
    422,
    'Adresse à corriger',
    'Ce que vous avez donné n’est pas une adresse complète, sans nom ni mot de passe. Rien n’a été enregistré.',
    'Recopiez l’adresse que donne votre salon (Mattermost, Slack) ou votre programme : elle commence par https://.',
  );

export const reminderGone = () =>
  new AccountRefusal(
    404,
    'Ce rappel n’existe plus',
    'Il est déjà arrêté, ou cette adresse est incomplète : vous ne recevrez plus ces messages.',
    'Il n’y a rien à faire. Pour en demander un autre, passez par l’espace de l’équipe.',
  );
