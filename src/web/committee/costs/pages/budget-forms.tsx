import { budgetNatures } from '../../../../committee/costs/budget-line.ts';
import type { Fields } from '../../../../portfolio/projects/read-answers.ts';
import { PostForm, SubmitButton } from '../../../accounts/form-parts.tsx';
import { Select } from '../../../dsfr/select.tsx';
import { LineField, type Problems } from '../../../projects/project-fields.tsx';
import { FileField } from '../../../team/pages/file-field.tsx';
import { lineFields } from '../line-form.ts';
import { budgetFilePath, costsPath } from '../paths.ts';

interface Props {
  readonly service: string;
  readonly token: string;
  /** What was written, and what is wrong with it. */
  readonly field: Fields;
  readonly problems: Problems;
}

/** One more line, written in a form. */
export function NewLineForm({ service, token, field, problems }: Props) {
  const given = { field, problems };
  return (
    <section class="costs" aria-labelledby="nouvelle-ligne">
      <h3 id="nouvelle-ligne">Ajouter une ligne</h3>
      <PostForm action={`${costsPath(service)}/lignes#nouvelle-ligne`} token={token}>
        <div class="plan-fields">
          <LineField
            {...given}
            name={lineFields.from}
            label="Du"
            hint="31/01/2026, janvier 2026, T1 2026 ou 2026"
          />
          <LineField {...given} name={lineFields.until} label="Au" hint="Dernier jour compris" />
          <LineField
            {...given}
            name={lineFields.amount}
            label="Montant, en euros TTC"
            hint="12 345,67 ou 45 k€"
          />
          <Select
            name={lineFields.state}
            label="État"
            any="Selon les dates : dépensé si elles sont passées"
            options={[
              { value: 'spent', text: 'Dépensé' },
              { value: 'forecast', text: 'Prévu' },
            ]}
            value={field(lineFields.state)}
          />
          <Select
            name={lineFields.nature}
            label="Nature"
            options={Object.entries(budgetNatures).map(([value, text]) => ({ value, text }))}
            value={field(lineFields.nature) || 'whole'}
          />
          <LineField
            {...given}
            name={lineFields.activity}
            label="Activité (facultatif)"
            hint="Développeur, support, déploiement…"
          />
          <LineField
            {...given}
            name={lineFields.reference}
            label="Référence (facultatif)"
            hint="Bon de commande, marché, page… Elle sera publique&nbsp;: pas de nom de personne."
          />
        </div>
        <SubmitButton>Ajouter cette ligne</SubmitButton>
      </PostForm>
    </section>
  );
}

/** A whole file: what it says is shown before anything is recorded. */
export function BudgetFileForm({ service, token }: Pick<Props, 'service' | 'token'>) {
  return (
    <section class="costs" aria-labelledby="fichier-budget">
      <h3 id="fichier-budget">Déposer un fichier</h3>
      <p>
        Un CSV dont la première ligne nomme les colonnes&nbsp;: <code>debut</code>, <code>fin</code> (ou{' '}
        <code>annee</code>) et <code>montant</code>&nbsp;; si vous les avez, <code>etat</code>,{' '}
        <code>nature</code>, <code>activite</code>, <code>reference</code>. L’export du Grist commun des
        dépenses numériques convient&nbsp;: <code>CP</code> est ce qui est dépensé, <code>AE</code> ce qui est
        prévu tant que rien n’est payé&nbsp;; les lignes d’autres produits sont laissées de côté.
      </p>
      <PostForm action={budgetFilePath(service)} token={token} upload>
        <FileField
          name="fichier"
          label="Le fichier de budget"
          hint="CSV en UTF-8. Rien n’est enregistré avant que vous l’ayez relu."
          accept=".csv,text/csv"
        />
        <SubmitButton>Relire ce fichier</SubmitButton>
      </PostForm>
    </section>
  );
}
