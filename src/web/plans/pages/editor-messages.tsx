import type { Problem } from '../../../plan/problem.ts';
import { frenchList } from '../../../platform/french/number.ts';
import { typeset } from '../../../platform/french/typography.ts';
import { Alert } from '../../dsfr/alert.tsx';
import type { Edition } from '../edition.ts';
import type { PartChange } from '../form/change-parts.ts';
import { planForm } from '../form/plan-form.ts';

export const ReadOnly = () => <p>Vous lisez ce plan&nbsp;; l’écrire revient aux membres de l’équipe.</p>;

export const NoForm = () => (
  <Alert kind="warning" title="Le formulaire ne s’ouvre pas sur ce texte">
    <p>Une faute empêche d’en lire les parties. Corrigez les lignes montrées plus bas, puis recommencez.</p>
  </Alert>
);

export const NotApplied = ({ edition: { text, refused } }: { readonly edition: Edition }) => (
  <Alert kind="error" title="Un changement ne peut pas se faire par le formulaire">
    <p>
      Ces valeurs sont écrites dans le texte d’une façon que le formulaire ne sait pas reprendre&nbsp;:{' '}
      {frenchList(labelsOf(text, refused))}. Rien n’est enregistré&nbsp;; ce que vous avez écrit est gardé sur
      cette page. Faites ce changement dans le texte.
    </p>
  </Alert>
);

export const PartChanged = ({ part }: { readonly part: PartChange }) => (
  <Alert kind={part.kind === 'done' ? 'info' : 'error'} title={typeset(part.what)}>
    <p>Rien n’est encore enregistré.</p>
  </Alert>
);

const labelsOf = (text: string, names: readonly string[]): readonly string[] =>
  (planForm(text) ?? [])
    .flatMap(({ groups }) => groups)
    .flatMap(({ fields }) => fields)
    .filter(({ name }) => names.includes(name))
    .map(({ label }) => `«\u00a0${label}\u00a0»`);

/** `unsaid`: problems met while saving, that the check of the text alone cannot see. */
export const Invalid = ({ unsaid }: { readonly unsaid: readonly Problem[] }) => (
  <Alert kind="error" title="Le plan n’est pas enregistré">
    <p>
      Votre texte est gardé sur cette page.{' '}
      {unsaid.length === 0 ? (
        <>
          <a href="#verification">Corrigez ce qui est montré plus bas</a>, puis enregistrez.
        </>
      ) : (
        unsaid.map(({ line, sentence }) => typeset(`Ligne ${line} : ${sentence}. `))
      )}
    </p>
  </Alert>
);

export const Conflict = ({ what }: { readonly what: string }) => (
  <Alert kind="error" title="Le plan n’est pas enregistré">
    <p>
      {what} Rien n’est perdu&nbsp;: votre texte est dans l’éditeur, l’autre est dans les versions. Reprenez
      ce qui vous manque, puis enregistrez&nbsp;: votre texte deviendra la version suivante.
    </p>
  </Alert>
);

export const FileRead = () => (
  <Alert kind="info" title="Votre fichier est lu">
    <p>Il est dans l’éditeur, vérifié. Rien n’est encore enregistré.</p>
  </Alert>
);
