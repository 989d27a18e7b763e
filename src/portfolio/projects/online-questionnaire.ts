import { withoutAccents } from '../search-text.ts';

const asking =
  /\b(questionnaires?|sondages?|formulaires?|enquetes?|(google|microsoft|ms) forms?|typeform|tally|framaforms|limesurvey|nps|qcm|quiz|surveys?|je donne mon avis|notes? de satisfaction|pop-?up)\b/;
/** Words that leave no doubt: nobody is in front of whoever answers. */
const online =
  /\b(en ligne|(google|microsoft|ms) forms?|typeform|tally|framaforms|limesurvey|je donne mon avis|pop-?up|par (mail|e-?mail|courriel|sms|message))\b/;
const written = /\b(mails?|e-?mails?|mailings?|courriels?|sms|newsletters?|infolettres?|messages?)\b/;
const meeting =
  /\b(appel\w*|telephon\w*|rappel\w*|rencontr\w*|entretiens?|entrevues?|interview\w*|visites?|visiter|rendez-vous|rdv|visio\w*|face a face|de vive voix|en personne|sur place|guichet\w*|porte a porte|atelier\w*)\b/;

/** Whether a way to check asks people from behind a screen rather than meeting or calling them. */
export function isOnlineQuestionnaire(text: string): boolean {
  const plain = withoutAccents(text);
  const met = plain.search(meeting);
  const asked = plain.search(asking);
  if (met === -1) return asked !== -1 || written.test(plain);
  // « Un questionnaire en ligne après l’atelier » still asks from behind a screen.
  return asked !== -1 && asked < met && online.test(plain.slice(0, met));
}
