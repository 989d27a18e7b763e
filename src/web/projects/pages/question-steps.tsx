import { caseDomains } from '../../../portfolio/cases/case.ts';
import type { Fields } from '../../../portfolio/projects/read-answers.ts';
import { AreaField, LineField, type Problems } from '../project-fields.tsx';

interface Props {
  readonly field: Fields;
  readonly problems: Problems;
}

/** First question: the effect, for whom. */
export function EffectFields(props: Props) {
  const { field, problems } = props;
  return (
    <>
      <p>
        Un service n’existe pas pour être utilisé. Imaginez le monde avec lui, puis sans lui&nbsp;: quelle
        différence se voit, chez qui&nbsp;?
      </p>
      <AreaField
        {...props}
        name="statement"
        label="L’effet, en une phrase"
        hint="Par exemple : « Des logements vides depuis longtemps sont de nouveau habités. »"
      />
      <AreaField
        {...props}
        name="beneficiaries"
        label="Pour qui est-ce mieux ?"
        hint="Par exemple : les ménages qui cherchent un logement"
      />
      <AreaField
        {...props}
        name="mission"
        label="Que fera le service ?"
        hint="Par exemple : Aider les communes à contacter les propriétaires de logements vides."
      />
      <div
        class={problems.domain === undefined ? 'fr-select-group' : 'fr-select-group fr-select-group--error'}
      >
        <label class="fr-label" for="domain">
          Domaine de l’effet
        </label>
        <select class="fr-select" id="domain" name="domain">
          <option value="">Choisir</option>
          {Object.entries(caseDomains).map(([value, text]) => (
            <option value={value} selected={field('domain') === value}>
              {text}
            </option>
          ))}
        </select>
        {problems.domain !== undefined && <p class="fr-error-text">{problems.domain}</p>}
      </div>
      <LineField {...props} name="organisation" label="Organisation (facultatif)" />
    </>
  );
}

/** Second question: three ways to meet or call people. */
export function CheckFields(props: Props) {
  return (
    <>
      <p>
        Vous aurez un prototype et quelques usagers. Donnez <strong>trois façons</strong> de voir les premiers
        succès, même anecdotiques&nbsp;: qui rencontrer, qui appeler, où aller voir.
      </p>
      <p>
        Un questionnaire en ligne n’est pas accepté. À ce stade, peu répondent, ceux qui répondent sont les
        plus contents, et personne ne dit ce que vous n’avez pas pensé à demander.
      </p>
      {[1, 2, 3].map((rank) => (
        <AreaField
          {...props}
          name={`check${rank}`}
          label={`Façon ${rank}`}
          {...(rank === 1 && {
            hint: 'Par exemple : Appeler dix propriétaires deux mois après le courrier.',
          })}
        />
      ))}
    </>
  );
}

/** Third question: three measures at two years. */
export function MeasureFields(props: Props) {
  return (
    <>
      <p>
        Le service tourne, l’équipe demande à être financée. Quels <strong>trois chiffres</strong>{' '}
        convaincraient quelqu’un qui pourrait dépenser cet argent autrement&nbsp;? Un nombre de visites ou de
        comptes ne convainc personne.
      </p>
      {[1, 2, 3].map((rank) => (
        <AreaField
          {...props}
          name={`measure${rank}`}
          label={`Mesure ${rank}`}
          {...(rank === 1 && {
            hint: 'Par exemple : La part des logements signalés qui sont habités deux ans après.',
          })}
        />
      ))}
    </>
  );
}

/** What the projection needs. */
export function NumberFields(props: Props) {
  const number = { ...props, type: 'decimal' as const };
  return (
    <>
      <p>Des ordres de grandeur suffisent&nbsp;: vous pourrez les changer, et voir ce que cela change.</p>
      <h2>L’effet</h2>
      <LineField
        {...number}
        name="without"
        label="Sur 100 personnes comme vos usagers, combien connaissent déjà cet effet sans le service ?"
        hint="D’après une année passée ou un registre : 12"
      />
      <LineField
        {...number}
        name="change"
        label="Le plus petit changement qui compterait, sur 100"
        hint="2 pour deux personnes de plus ; −2 pour deux de moins"
      />
      <LineField
        {...number}
        name="horizon"
        label="Combien de jours après l’usage l’effet se voit-il ?"
        hint="90 pour trois mois, 180 pour six mois"
      />
      <LineField
        {...number}
        name="late"
        label="Combien de jours faut-il ensuite pour que quelqu’un le sache ?"
        hint="Le retard du registre ou du partenaire : 45 ; 0 s’il n’y en a pas"
      />
      <h2>Les usagers</h2>
      <LineField {...number} name="usersPerWeek" label="Combien d’usagers par semaine ?" />
      <LineField {...props} type="date" name="start" label="À partir de quand ?" />
      <h2>Ce que mesurer demandera</h2>
      <LineField
        {...number}
        name="prepareDays"
        label="Jours de travail pour obtenir et préparer les données"
      />
      <LineField {...number} name="calls" label="Appels ou visites à faire" />
      <LineField {...number} name="callMinutes" label="Minutes pour chacun" />
      <LineField {...number} name="dayCost" label="Coût d’une journée de travail, en euros" />
    </>
  );
}
