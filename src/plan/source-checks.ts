import type { Source, ValueTest } from './plan.ts';
import type { DocumentPath, Finding } from './problem.ts';
import { originFindings } from './source-origin.ts';

/** What is wrong in a source that is well formed: leaks of identifiers, contradictions, impossible filters. */
export function checkSource(source: Source): Finding[] {
  return [
    ...originFindings(source),
    ...attributeFindings(source),
    ...audienceFindings(source),
    ...statusFindings(source),
    ...panelFindings(source),
    ...source.where.flatMap((tests, i) =>
      Object.entries(tests).flatMap(([column, test]) => {
        const alternative = source.where.length > 1 ? [i] : [];
        return boundFindings(['sources', source.name, 'where', ...alternative, column], column, test);
      }),
    ),
  ];
}

/** Names that differ only by letter case would be one folder or one column on some systems. */
export function checkNames(names: readonly string[], path: DocumentPath, what: string): Finding[] {
  const seen = new Map<string, string>();
  return names.flatMap((name): Finding[] => {
    const first = seen.get(name.toLowerCase());
    seen.set(name.toLowerCase(), name);
    if (first === undefined) return [];
    const sentence = `${what} « ${first} » et « ${name} » ne diffèrent que par les majuscules ; renommez l'un des deux`;
    return [{ path: [...path, name], at: 'key', sentence }];
  });
}

function attributeFindings(source: Source): Finding[] {
  const path = ['sources', source.name, 'attributes'];
  const identifiers = new Map<string, string>();
  if ('target' in source && source.target) identifiers.set(source.target, 'target');
  if (source.subject) identifiers.set(source.subject, 'subject');
  const leaks = Object.entries(source.attributes).flatMap(([name, column]): Finding[] => {
    const role = identifiers.get(column);
    if (!role) return [];
    const sentence = `l'attribut « ${name} » reprend la colonne « ${column} », qui est l'identifiant ${role} : il sortirait en clair dans les résultats ; retirez-le`;
    return [{ path: [...path, name], at: 'value', sentence }];
  });
  const reserved: Finding[] =
    'group' in source && source.group !== null && Object.hasOwn(source.attributes, 'group')
      ? [
          {
            path: [...path, 'group'],
            at: 'key',
            sentence: `sources.${source.name} a déjà une clé « group » ; donnez un autre nom à cet attribut`,
          },
        ]
      : [];
  return [...leaks, ...reserved, ...checkNames(Object.keys(source.attributes), path, 'les attributs')];
}

function audienceFindings(source: Source): Finding[] {
  if (!source.audienceExempt || source.matchingRight === null) return [];
  return [
    {
      path: ['sources', source.name, 'matching_right'],
      at: 'key',
      sentence: `sources.${source.name} est une mesure d'audience exemptée de consentement (audience_exempt) : la CNIL interdit de la croiser avec un autre traitement, aucun droit de la relier ne peut donc être déclaré ; retirez matching_right, ou audience_exempt si ces données ne relèvent pas de l'exemption`,
    },
  ];
}

function statusFindings(source: Source): Finding[] {
  if (source.kind !== 'units' || source.followUp !== 'durations') return [];
  const path = ['sources', source.name, 'competing'];
  const seen = new Set([source.event]);
  return source.competing.flatMap((value): Finding[] => {
    if (!seen.has(value)) {
      seen.add(value);
      return [];
    }
    const where = value === source.event ? 'déjà celle de event' : 'déjà dans la liste';
    return [{ path, at: 'value', sentence: `la valeur « ${value} » de competing est ${where} ; retirez-la` }];
  });
}

/** The value of a panel is given, or counted: one of the two. */
function panelFindings(source: Source): Finding[] {
  if (source.kind !== 'panel') return [];
  const { name, value, numerator, denominator, territory } = source;
  const say = (key: string | null, sentence: string): Finding => ({
    path: ['sources', name, ...(key === null ? [] : [key])],
    at: key === null ? 'key' : 'value',
    sentence: `sources.${name} : ${sentence}`,
  });
  const findings: Finding[] = [];
  if (value === null && numerator === null)
    findings.push(say(null, 'il manque la valeur : value, ou numerator et denominator'));
  if (value !== null && (numerator !== null || denominator !== null))
    findings.push(
      say('value', 'la valeur est donnée deux fois, par value et par numerator ; gardez l’un des deux'),
    );
  if (value === null && numerator !== null && denominator === null)
    findings.push(say('numerator', 'numerator va avec denominator : parmi combien ces effets sont comptés'));
  if (territory === null && source.started !== null)
    findings.push(
      say(
        'started',
        'sans colonne territory, la table est une seule série : donnez la date d’arrivée dans comparison.started',
      ),
    );
  return findings;
}

function boundFindings(path: DocumentPath, column: string, { min, max }: ValueTest): Finding[] {
  if (min === undefined || max === undefined) return [];
  if (typeof min !== typeof max) {
    const sentence = `min et max de « ${column} » doivent être deux nombres ou deux dates`;
    return [{ path, at: 'value', sentence }];
  }
  const sentence = `min (${min}) dépasse max (${max}) pour « ${column} » : aucune ligne ne serait gardée`;
  return min > max ? [{ path, at: 'value', sentence }] : [];
}
