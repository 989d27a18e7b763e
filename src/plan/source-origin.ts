import type { Source } from './plan.ts';
import type { Finding } from './problem.ts';

/** What is wrong in where a source says its rows come from: files, or the network, which sees pseudonyms only. */
export function originFindings(source: Source): Finding[] {
  const { name, files, arrivals, pull } = source;
  const say = (key: string | null, sentence: string): Finding => ({
    path: ['sources', name, ...(key === null ? [] : [key])],
    at: 'key',
    sentence: `sources.${name} : ${sentence}`,
  });
  if (!arrivals) {
    const missing =
      'il manque d’où viennent les lignes : « files » (des fichiers), « arrivals: true » (reçues par le réseau), ou « pull » (prises ailleurs)';
    return files.length === 0 ? [say(null, missing)] : [];
  }
  const findings: Finding[] = [];
  if (pull && (pull.path === null) === (pull.query === null)) {
    findings.push(
      say('pull', 'pull prend un fichier (path) ou interroge une base (query) ; gardez l’un des deux'),
    );
  }
  if (files.length > 0) {
    const key = pull ? 'pull' : 'arrivals';
    findings.push(say(key, `les lignes viennent de files ou du réseau (${key}) ; gardez l’un des deux`));
  }
  const target = 'target' in source ? source.target : null;
  const identifiers = [source.subject, target].filter((column) => column !== null);
  if (source.subject !== null && source.subject === target) {
    findings.push(
      say('target', 'subject et target sont la même colonne ; reçue par le réseau, il en faut deux'),
    );
  }
  if (source.audienceExempt && source.subject !== null) {
    findings.push(
      say(
        'subject',
        'une mesure d’audience exemptée de consentement (audience_exempt) ne suit personne : retirez subject, envoyez des comptages',
      ),
    );
  }
  for (const tests of source.where) {
    for (const [column, { in: values, not, min, max }] of Object.entries(tests)) {
      const compares = [values, not, min, max].some((test) => test !== undefined);
      if (compares && identifiers.includes(column)) {
        findings.push(
          say(
            'where',
            `« ${column} » est un identifiant : reçu par le réseau, il n’est connu que par son pseudonyme et ne se compare à rien ; gardez {missing: drop}, ou filtrez avant l’envoi`,
          ),
        );
      }
    }
  }
  return findings;
}
