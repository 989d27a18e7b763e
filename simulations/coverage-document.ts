import type { Coverage } from './replications.ts';

/** `docs/couverture-des-intervalles.md`, from what a run found. */
export function coverageDocument(families: ReadonlyMap<string, readonly Coverage[]>): string {
  const tables = [...families].map(
    ([family, rows]) => `## ${family}

| estimateur | monde simulé | vraie valeur | couvre | écart moyen à la vérité | sans réponse |
|---|---|---:|---:|---:|---:|
${rows.map(row).join('\n')}
`,
  );
  return `${opening}\n${tables.join('\n')}`;
}

const opening = `# Les intervalles couvrent-ils la vérité ?

Un intervalle à 95 % doit contenir la vraie valeur 95 fois sur 100. On ne le vérifie que dans des mondes fabriqués, où elle est connue. Chaque ligne en tire mille (ou le nombre qu’elle dit), avec une graine fixe, et compte. Là où il y a un registre, il apprend les effets en retard : le suivi s’arrête à la couverture que Foulée déduit de ces retards.

La suite (\`npm run test:slow\`) devient rouge quand un intervalle couvre moins de 93 ou plus de 97 fois sur 100, ou quand l’écart moyen à la vérité dépasse 5 % de l’effet et ce que le hasard explique. Elle écrit cette page. Elle vérifie aussi que les contrôles voient les hypothèses qui ne tiennent pas (tirage déséquilibré, offre sans suite, groupes qui ne se recouvrent pas, territoires qui s’écartaient déjà) et qu’un regard par semaine pendant un an ne trompe pas plus de 5 fois sur 100.
`;

const number = (value: number): string =>
  value.toLocaleString('fr-FR', { maximumSignificantDigits: 4, useGrouping: true });

const row = ({ name, said, truth, covered, bias, refused }: Coverage): string =>
  `| ${name} | ${said} | ${number(truth)} | ${(100 * covered).toLocaleString('fr-FR', { maximumFractionDigits: 1 })} % | ${bias === null ? 'sans objet' : signed(bias)} | ${refused} |`;

const signed = (value: number): string =>
  `${value < 0 ? '−' : '+'}${Math.abs(value).toLocaleString('fr-FR', { maximumSignificantDigits: 2 })}`;
