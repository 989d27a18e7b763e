import type { Reminder } from '../../../weekly/reminders/choose-reminder.ts';
import type { Webhook } from '../../../weekly/reminders/webhooks.ts';
import { PostForm, SubmitButton, TextField } from '../../accounts/form-parts.tsx';
import { Alert } from '../../dsfr/alert.tsx';
import { Select } from '../../dsfr/select.tsx';
import { remindersPath, weekPath } from '../paths.ts';

export interface RemindersPageProps {
  readonly service: { readonly id: string; readonly name: string };
  readonly reminder: Reminder | null;
  /** Whether an address for their calendar exists. */
  readonly hasCalendar: boolean;
  readonly webhooks: readonly Webhook[];
  readonly token: string;
  /** Whether messages can leave this site. */
  readonly mailWorks: boolean;
  readonly mayManage: boolean;
  /** Address of the calendar, or secret of a webhook, just made: shown this once. */
  readonly shownOnce: { readonly kind: 'calendar' | 'webhook'; readonly text: string } | null;
}

const weekdays = ['lundi', 'mardi', 'mercredi', 'jeudi', 'vendredi'];

export function RemindersPage(props: RemindersPageProps) {
  const { service, reminder, hasCalendar, token, mailWorks, mayManage, shownOnce } = props;
  const path = remindersPath(service.id);
  return (
    <>
      <p>
        <a href={weekPath(service.id)}>La foulée de la semaine de {service.name}</a>
      </p>
      <h1>Rappels</h1>
      {shownOnce !== null && <ShownOnce {...shownOnce} />}
      <h2>Par courriel</h2>
      {!mailWorks && (
        <Alert kind="warning" title="Ce site n’envoie pas de courriel">
          <p>Votre choix est gardé ; il servira quand un serveur de courriel sera réglé (FOULEE_SMTP).</p>
        </Alert>
      )}
      <p>
        {reminder === null
          ? 'Vous ne recevez pas de rappel pour ce service.'
          : `Vous recevez un rappel le ${weekdays[reminder.weekday - 1]} à ${reminder.hour}\u00a0h, heure de Paris.`}{' '}
        Un message par semaine au plus, jamais un jour férié ; chacun dit comment l’arrêter.
      </p>
      <PostForm action={path} token={token}>
        <Select
          name="jour"
          label="Jour"
          options={weekdays.map((text, i) => ({ value: String(i + 1), text }))}
          value={String(reminder?.weekday ?? 1)}
        />
        <Select
          name="heure"
          label="Heure, à Paris"
          options={Array.from({ length: 15 }, (_, i) => ({ value: String(i + 6), text: `${i + 6}\u00a0h` }))}
          value={String(reminder?.hour ?? 9)}
        />
        <SubmitButton>{reminder === null ? 'Me le rappeler' : 'Changer'}</SubmitButton>
      </PostForm>
      {reminder !== null && (
        <div class="form-choices">
          <PostForm action={`${path}/arreter`} token={token}>
            <SubmitButton secondary>Arrêter ce rappel</SubmitButton>
          </PostForm>
        </div>
      )}
      <h2>Dans votre agenda</h2>
      <p>
        Une adresse secrète, à vous seul, que votre agenda relit de lui-même&nbsp;: elle contient vos rappels
        de tous les services.{hasCalendar && ' En faire une nouvelle arrête l’ancienne.'}
      </p>
      <div class="form-choices">
        <PostForm action={`${path}/agenda`} token={token}>
          <SubmitButton secondary>
            {hasCalendar ? 'Faire une nouvelle adresse' : 'Faire mon adresse'}
          </SubmitButton>
        </PostForm>
        {hasCalendar && (
          <PostForm action={`${path}/agenda/arreter`} token={token}>
            <SubmitButton secondary>Arrêter l’adresse</SubmitButton>
          </PostForm>
        )}
      </div>
      {mayManage && <Webhooks {...props} />}
    </>
  );
}

function ShownOnce({ kind, text }: { readonly kind: 'calendar' | 'webhook'; readonly text: string }) {
  return (
    <Alert
      kind="success"
      title={kind === 'calendar' ? 'L’adresse de votre agenda' : 'Le secret de cette adresse'}
    >
      <p>
        {kind === 'calendar'
          ? 'Ajoutez-la à votre agenda (« s’abonner à un agenda »). Elle n’est montrée qu’une fois : qui la connaît voit vos rappels.'
          : 'Votre programme s’en sert pour vérifier que le message vient d’ici. Il n’est montré qu’une fois.'}
      </p>
      <pre>
        <code>{text}</code>
      </pre>
    </Alert>
  );
}

function Webhooks({ service, webhooks, token }: RemindersPageProps) {
  const path = `${remindersPath(service.id)}/adresses`;
  return (
    <>
      <h2>Dans un salon ou un programme</h2>
      <p>
        Quand la foulée de la semaine est faite, ses premières lignes sont envoyées à ces adresses, une fois.
      </p>
      {webhooks.length > 0 && (
        <ul class="week-written">
          {webhooks.map(({ id, host, shape }) => (
            <li>
              <p>
                {host} ({shape === 'chat' ? 'salon' : 'programme, message signé'})
              </p>
              <PostForm action={`${path}/${id}/retirer`} token={token}>
                <SubmitButton secondary about={host}>
                  Retirer
                </SubmitButton>
              </PostForm>
            </li>
          ))}
        </ul>
      )}
      <PostForm action={path} token={token}>
        <TextField name="adresse" label="Adresse" hint="Donnée par Mattermost, Slack ou votre programme." />
        <Select
          name="forme"
          label="C’est"
          options={[
            { value: 'chat', text: 'un salon (Mattermost, Slack, Rocket.Chat)' },
            { value: 'signed', text: 'un programme : message en JSON, signé' },
          ]}
        />
        <SubmitButton secondary>Ajouter cette adresse</SubmitButton>
      </PostForm>
    </>
  );
}
