import type { AuditLine } from '../../../platform/accounts/read-audit.ts';
import { Table } from '../../dsfr/table.tsx';
import { frenchInstant } from '../french-instant.ts';

/** What the codes of the log mean; a code without a sentence is shown as it is. */
const sentences: Readonly<Record<string, string>> = {
  'account.create': 'Compte créé',
  'account.delete': 'Compte supprimé',
  'administrator.first': 'Premier administrateur nommé',
  'administrator.first-link': 'Lien du premier administrateur créé',
  'session.open': 'Connexion',
  'session.end': 'Déconnexion',
  'invitation.send': 'Invitation envoyée',
  'invitation.accept': 'Invitation acceptée',
  'invitation.withdraw': 'Invitation annulée',
  'member.remove': 'Rôle retiré',
  'siret.tie': 'SIRET relié à l’organisation',
  'siret.untie': 'SIRET délié de l’organisation',
  'key.create': 'Clé d’API créée',
  'key.revoke': 'Clé d’API révoquée',
  'service.create': 'Service inscrit',
  'plan.save': 'Plan enregistré',
  'collection-key.create': 'Clé de collecte créée',
  'collection-key.revoke': 'Clé de collecte révoquée',
  'committee.prepare': 'Comité prévu',
  'committee.give-up': 'Comité abandonné',
  'committee.freeze': 'Preuves d’un comité figées',
  'committee.close': 'Comité clos sans décision',
  'committee.decide': 'Décision prise',
  'committee.complete': 'Décision complétée',
  'committee.condition': 'Réponse à une condition',
  'committee.check': 'Décision relue',
  'committee.set-terms': 'Seuil ou valeur d’un effet fixés',
  publish: 'Publication',
  correct: 'Correction',
  withdraw: 'Retrait',
};

/** What an action was done on; a kind without a word is shown as it is. */
const things: Readonly<Record<string, string>> = {
  account: 'compte',
  'collection-key': 'clé de collecte',
  committee: 'comité',
  condition: 'condition',
  installation: 'toute l’installation',
  invitation: 'invitation',
  key: 'clé d’API',
  organisation: 'organisation',
  plan: 'plan',
  publication: 'publication',
  service: 'service',
  session: 'connexion',
};

/** `plan c6ef8a16…`: enough of a long identifier to find it again. */
function thingText(object: string): string {
  const [kind = '', id = ''] = object.split(' ');
  const thing = things[kind] ?? kind;
  if (kind === 'installation') return thing;
  return `${thing} ${/^[0-9a-f]{24,}$/.test(id) ? `${id.slice(0, 8)}…` : id}`;
}

export function AuditPage({ lines }: { readonly lines: readonly AuditLine[] }) {
  const last = lines.at(-1);
  return (
    <>
      <p>
        <a href="/equipe">Mes services</a>
      </p>
      <h1>Journal d’audit</h1>
      <p>
        Tout ce qui a été fait, ou refusé, dans l’espace des équipes. Ce journal ne s’efface pas ; une
        personne qui supprime son compte n’y laisse qu’un numéro.
      </p>
      <Table
        id="journal"
        caption="Du plus récent au plus ancien"
        columns={['Quand', 'Qui', 'Quoi', 'Sur quoi', 'Où', 'Issue']}
        rows={lines.map(({ at, who, actor, action, object, where, outcome }) => [
          frenchInstant(at),
          who ?? (actor === 'foulee' ? 'Foulée' : actor),
          sentences[action] ?? action,
          thingText(object),
          where ?? '—',
          outcome === 'done' ? 'fait' : 'refusé',
        ])}
        empty="Rien de plus ancien."
      />
      {last !== undefined && last.number > 1 && (
        <p>
          <a class="fr-link" href={`/equipe/journal?avant=${last.number}`}>
            Plus ancien
          </a>
        </p>
      )}
    </>
  );
}
