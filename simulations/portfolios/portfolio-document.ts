import { needed } from '../../src/committee/suggestion/answer.ts';
import { type Compared, meanGain } from './compare-policies.ts';
import { halves, type PortfolioWorld } from './world.ts';

export const names = {
  rule: 'règle',
  usage: 'usage',
  figure: 'écart seul',
  accelerate: 'tout accélérer',
  known: 'effet connu',
} as const;

export interface Found {
  readonly world: PortfolioWorld;
  readonly compared: readonly Compared[];
}

export interface CutoffsTried {
  readonly said: string;
  readonly compared: Compared;
}

/** `docs/regle-de-suggestion.md`, from what a run found. */
export const portfolioDocument = (
  found: readonly Found[],
  tried: readonly CutoffsTried[],
  size: { readonly portfolios: number; readonly services: number },
): string => `${opening(size)}
## Ce que rapporte chaque façon de décider

En millions d’euros de plus que « toujours continuer », pour un portefeuille de ${size.services} services sur ${halves / 2} ans ; entre parenthèses, l’erreur type due au nombre de portefeuilles tirés. La dernière colonne compare la règle et l’usage sur les mêmes portefeuilles.

| monde | règle | usage | écart seul | tout accélérer | effet connu | règle moins usage |
|---|---:|---:|---:|---:|---:|---:|
${found.map(gainRow).join('\n')}

${worlds(found)}

## Qui est arrêté

En part des services qui valaient leur coût (à tort), puis des autres (à raison).

| monde | règle, à tort | règle, à raison | usage, à tort | usage, à raison | écart seul, à tort | écart seul, à raison |
|---|---:|---:|---:|---:|---:|---:|
${found.map(stoppedRow).join('\n')}

${reading}

## D’autres seuils

Dans le monde de base. La règle demande ${outOf100(needed.accelerate)} chances sur 100 pour accélérer, ${outOf100(needed.continue)} pour continuer, ${outOf100(needed.slowDown)} ou moins pour ralentir, ${outOf100(needed.stop)} ou moins pour arrêter.

| seuils | gain sur « toujours continuer » | arrêtés à tort | arrêtés à raison |
|---|---:|---:|---:|
${tried.map(({ said, compared }) => `| ${said} | ${million(compared.gains)} | ${percent(compared.goodStopped)} | ${percent(compared.badStopped)} |`).join('\n')}

Des seuils moins exigeants rapportent un peu plus en moyenne et arrêtent plus de services qui aidaient. Nous avons gardé les plus prudents : un arrêt ne se rattrape pas, et son coût pour les usagers n’est compté ici qu’au prix donné à un effet.
`;

const opening = ({ portfolios, services }: { readonly portfolios: number; readonly services: number }) =>
  `# Que vaut la règle de suggestion ?

La [règle](decisions/0011-une-suggestion-jamais-un-verdict.md) suggère d’accélérer, de continuer, de ralentir ou d’arrêter un service, ou dit qu’on ne peut pas dire. Vaut-elle mieux que de toujours continuer, ou que de décider à l’usage ? On ne le vérifie que dans des mondes fabriqués, où l’effet de chaque service est connu. Cette page est écrite par \`npm run bench:suggestion\`, avec une graine fixe : ${portfolios} portefeuilles de ${services} services par monde.

Chaque service a un effet vrai (un tiers n’en ont aucun, ou presque, certains nuisent), des usagers, un coût, une valeur par effet. Un comité se tient tous les six mois pendant ${halves / 2} ans. Il voit l’écart mesuré, avec l’erreur qu’aurait une vraie mesure sur ces usagers et, pour une comparaison ajustée, un biais caché ; ou bien il ne voit que l’usage. Accélérer multiplie la dépense par 1,5 (au plus 2,25 fois celle du début), ralentir la divise par deux ; 10 % de dépense en plus amènent 8 % d’usagers en plus. Arrêter coûte trois mois de dépense et ne se rattrape pas. La règle est suivie à la lettre ; quand elle ne peut pas dire, le service continue.

- *usage* : accélérer ce qui croît de plus de 6 % en six mois, ralentir ce qui baisse d’autant, arrêter ce qui baisse de plus de 12 %.
- *écart seul* : accélérer si l’écart mesuré atteint le seuil, arrêter sinon, sans regarder la marge d’erreur.
- *effet connu* : celui qui saurait la vérité, présent et avenir, et choisirait la meilleure taille. Personne ne peut faire aussi bien.
`;

const reading = `## Ce qu’il faut en retenir

- Ce que la règle rapporte vient de ce qui est comparé. Sans comparaison, elle se tait : c’est toujours continuer, ni mieux ni moins bien, et même l’usage seul fait mieux, car ce qui attire plus de monde au même prix coûte moins par usager. Tirer au sort partout fait plus que doubler le gain du monde de base.
- L’écart seul rapporte un peu plus que la règle dans le monde de base, et à peine moins quand tout est tiré au sort ; mais il arrête à tort dix fois plus de services. La prudence a ce prix, et il est voulu. Quand le biais est plus grand que supposé, elle rapporte plus du double.
- L’usage bat la règle quand il dit presque l’effet. Tout accélérer la bat quand presque tous les services sont bons : elle attend des preuves dont on pourrait alors se passer.
- De petits services donnent peu de prise : la règle n’en tire qu’un tiers de ce que vaudrait l’effet connu.
- Des effets tardifs la trompent : elle arrête la moitié des services qui auraient fini par aider, même si elle gagne en moyenne par ceux qu’elle arrête à raison. Un plan doit fixer un horizon assez long : tant qu’il n’est pas lisible, la règle n’arrête pas, ce que ce monde-là ne lui dit pas.
- Un seuil trop haut fait arrêter les deux tiers des bons services : la règle répond à la question qu’on lui pose.`;

const gainRow = ({ world, compared }: Found): string => {
  const of = (name: string) => compared.find(({ policy }) => policy === name)?.gains ?? new Float64Array(0);
  const cells = Object.values(names).map((name) => million(of(name)));
  return `| ${world.name} | ${cells.join(' | ')} | ${million(of(names.rule), of(names.usage))} |`;
};

const stoppedRow = ({ world, compared }: Found): string => {
  const cells = [names.rule, names.usage, names.figure].flatMap((name) => {
    const own = compared.find(({ policy }) => policy === name);
    return [percent(own?.goodStopped ?? 0), percent(own?.badStopped ?? 0)];
  });
  return `| ${world.name} | ${cells.join(' | ')} |`;
};

const worlds = (found: readonly Found[]): string =>
  found.map(({ world }) => `- *${world.name}* : ${world.said}.`).join('\n');

function million(gains: Float64Array, other?: Float64Array): string {
  const { mean, error } = meanGain(gains, other);
  const sign = mean > 0 ? '+' : mean < 0 ? '−' : '';
  return `${sign}${decimal(Math.abs(mean))} (${decimal(error)})`;
}

const decimal = (value: number): string =>
  value.toLocaleString('fr-FR', { minimumFractionDigits: 1, maximumFractionDigits: 1 });

const outOf100 = (chance: number): number => Math.round(100 * chance);

const percent = (share: number): string => `${decimal(100 * share)} %`;
