import { withoutAccents } from '../search-text.ts';

const asking =
  /\b(questionnaires?|sondages?|formulaires?|enquetes?|google forms?|typeform|framaforms|limesurvey|nps|surveys?|je donne mon avis|notes? de satisfaction|pop-?up)\b/;
const meeting =
  /\b(appel\w*|telephon\w*|rencontr\w*|entretiens?|visites?|visiter|face a face|de vive voix|en personne|sur place|guichet\w*|porte a porte|atelier\w*)\b/;

/** Whether a way to check asks people from behind a screen rather than meeting or calling them. */
export function isOnlineQuestionnaire(text: string): boolean {
  const plain = withoutAccents(text);
  return asking.test(plain) && !meeting.test(plain);
}
