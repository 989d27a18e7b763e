import type { ErrorCode } from 'yaml';

const sentences: Readonly<Partial<Record<ErrorCode, string>>> = {
  ALIAS_PROPS: 'une étoile (*) renvoie à une ancre : on ne peut rien ajouter devant, ni balise ni ancre',
  BAD_ALIAS: "l'étoile (*) est mal placée ; si c'est un nom de fichier, mettez-le entre guillemets",
  BAD_DIRECTIVE: "cette ligne qui commence par % n'a pas de sens ici",
  BAD_DQ_ESCAPE:
    'la barre oblique inversée (\\) est mal employée entre guillemets doubles ; doublez-la (\\\\) ou utilisez des apostrophes',
  BAD_INDENT: "le décalage de cette ligne n'est pas celui de ses voisines, ou un crochet n'est pas refermé",
  BAD_SCALAR_START: 'ce texte commence par un caractère réservé (@, `, %…) ; mettez-le entre guillemets',
  BLOCK_AS_IMPLICIT_KEY:
    "deux « clé: valeur » à la suite : la ligne suivante est mal décalée, ou ces deux-points font partie d'un texte à mettre entre guillemets",
  BLOCK_IN_FLOW:
    'un bloc décalé se trouve entre accolades ou crochets ; fermez-les avant, ou écrivez tout sur la ligne',
  DUPLICATE_KEY: 'la même clé est écrite deux fois',
  KEY_OVER_1024_CHARS: 'cette clé est trop longue ; il manque sans doute des deux-points plus haut',
  MISSING_CHAR:
    "il manque un caractère : un guillemet, une virgule, deux-points, un crochet ou une accolade n'est pas fermé",
  MULTILINE_IMPLICIT_KEY:
    "cette ligne n'est pas de la forme « clé: valeur » ; il manque les deux-points et une espace",
  MULTIPLE_DOCS: 'un seul plan par fichier : retirez la ligne « --- » et ce qui la suit',
  RESOURCE_EXHAUSTION: 'trop de niveaux imbriqués ; un plan en a moins de dix',
  TAB_AS_INDENT: 'une tabulation sert de décalage ; remplacez-la par des espaces',
  TAG_RESOLVE_FAILED: 'les balises (qui commencent par !) ne sont pas acceptées dans un plan ; retirez-la',
  UNEXPECTED_TOKEN:
    "ce caractère n'est pas attendu ici ; vérifiez les guillemets, crochets et accolades qui précèdent",
};

/** What is wrong with the YAML or JSON syntax, in French, without the line. */
export const syntaxSentence = (code: ErrorCode): string =>
  sentences[code] ??
  "cette ligne n'a pas la forme attendue d'un document YAML ; vérifiez le décalage et les deux-points";
