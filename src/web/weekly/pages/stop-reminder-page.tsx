interface Props {
  readonly service: string;
  readonly path: string;
  readonly stopped: boolean;
}

/** Reached from a message, signed in or not. Opening it stops nothing: machines open links too. */
export function StopReminderPage({ service, path, stopped }: Props) {
  return stopped ? (
    <>
      <h1>Rappel arrêté</h1>
      <p>Vous ne recevrez plus de message pour {service}. Rien d’autre n’a changé.</p>
    </>
  ) : (
    <>
      <h1>Arrêter ce rappel</h1>
      <p>Vous recevez un message par semaine pour {service}.</p>
      <form method="post" action={path}>
        <button class="fr-btn" type="submit">
          Ne plus le recevoir
        </button>
      </form>
    </>
  );
}
