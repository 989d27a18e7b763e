import { readFileSync, writeFileSync } from 'node:fs';
import { cpus, totalmem } from 'node:os';
import duckdb from '@duckdb/node-api';

const start = '<!-- table : début (écrite par npm run bench -- --write) -->';
const end = '<!-- table : fin -->';

const names = {
  import: 'Importer les fichiers CSV',
  'hired-by-viewed-company': 'Mesurer, couples personne et entreprise',
  'back-to-work': 'Mesurer, personnes',
};

/** Replaces the table of a document by what was just measured, with the machine and the day. */
export function writeTable(path, { small, full, demo }) {
  const text = readFileSync(path, 'utf8');
  const [before, after] = [text.indexOf(start), text.indexOf(end)];
  if (before < 0 || after < before) throw new Error(`${path}: no place for the table`);
  const lines = [start, '', ...table({ small, full, demo }), ''];
  writeFileSync(path, `${text.slice(0, before)}${lines.join('\n')}\n${text.slice(after)}`);
}

function table({ small, full, demo }) {
  const processor = cpus();
  const machine = `${processor.length} cœurs (${processor[0]?.model.trim()}), ${french(totalmem() / 1e9, 0)} Go de mémoire, Node ${process.versions.node}, DuckDB ${duckdb.version()}`;
  const day = new Date().toLocaleDateString('fr-FR', { day: 'numeric', month: 'long', year: 'numeric' });
  const passes = full.results.map(({ name, passes }) => `${passes} pour « ${names[name]} »`).join(', ');
  return [
    `Mesuré le ${day} : ${machine}. ${size(full)}. Passages : ${passes}. Médianes.`,
    '',
    '| | Foulée | DuckDB direct | temps, rapport | processeur, rapport | demandé |',
    '|---|---:|---:|---:|---:|---:|',
    ...full.results.map(row),
    '',
    `Mémoire au plus haut, en Mo, quand les données grandissent dix fois (${size(small)}, puis dix fois plus) :`,
    '',
    '| | Foulée, petit | Foulée, grand | DuckDB direct, grand |',
    '|---|---:|---:|---:|',
    ...full.results.map(
      ({ name, peak, plainPeak }, i) =>
        `| ${names[name]} | ${french(small.results[i].peak, 0)} | ${french(peak, 0)} | ${french(plainPeak, 0)} |`,
    ),
    '',
    `Démonstration, de la commande au rapport : ${french(demo.seconds, 1)} s (demandé : moins de 10 s).`,
  ];
}

function row({ name, ours, plain, ratio, processor }) {
  const asked = name === 'import' ? 'au plus 2,5 (0,40 de la vitesse)' : 'au plus 0,50';
  return `| ${names[name]} | ${french(ours, 1)} s | ${french(plain, 1)} s | **${french(ratio, 2)}** | ${french(processor, 2)} | ${asked} |`;
}

const size = ({ uses, hires, bytes }) =>
  `${french(uses / 1e6, uses < 1e7 ? 1 : 0)} M d'usages et ${french(hires / 1e6, hires < 1e7 ? 1 : 0)} M d'effets, ${french(bytes / 1e9, 1)} Go de CSV`;

const french = (value, decimals) =>
  value.toLocaleString('fr-FR', { minimumFractionDigits: decimals, maximumFractionDigits: decimals });
