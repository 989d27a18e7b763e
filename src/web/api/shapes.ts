import { z } from '@hono/zod-openapi';
import { stateNames } from '../../committee/review/service-state.ts';

/** What the API answers, as its OpenAPI document describes it. */
const links = z.object({ page: z.string(), api: z.string() }).describe('Adresses de la page et de l’API');

const freshness = z
  .object({
    state: z.enum(['fresh', 'due', 'stale']),
    ageDays: z.number().int(),
    sentence: z.string(),
  })
  .describe('Fraîcheur : `stale` quand deux mesures prévues n’ont pas été faites');

const figureShape = z
  .object({
    sentence: z.string().describe('La phrase, en français'),
    level: z.number().int().min(0).max(5).describe('Niveau de preuve, calculé'),
    levelName: z.string(),
    measuredOn: z.string().describe('AAAA-MM-JJ'),
    freshness,
    trend: z.string().nullable(),
  })
  .openapi('Chiffre');

const reviewShape = z
  .object({
    state: z.enum(stateNames),
    stateName: z.string(),
    day: z.string().nullable().describe('AAAA-MM-JJ ; null : personne d’extérieur à l’équipe n’a approuvé'),
    role: z.string().nullable().describe('Rôle de la personne qui a relu : jamais son nom'),
    organisation: z.string().nullable(),
    about: z
      .object({ kind: z.enum(['plan', 'publication']), number: z.number().int() })
      .nullable()
      .describe('Ce qui a été relu'),
    lapsed: z.string().nullable().describe('Une relecture qui ne vaut plus, et pourquoi'),
  })
  .openapi('Relecture');

export const serviceShape = z
  .object({
    id: z.string(),
    name: z.string(),
    organisation: z.string().nullable(),
    domain: z.enum(['social', 'environmental', 'economic']).nullable(),
    phase: z.string().nullable(),
    effect: z.string().nullable().describe('L’effet recherché, en huit mots'),
    demonstration: z.boolean().describe('Exemple : chiffres simulés'),
    figure: figureShape.nullable(),
    review: reviewShape,
    nextStep: z.string().nullable().describe('Le prochain pas ; null dès qu’un chiffre est publié'),
    links,
  })
  .openapi('Service');

export const servicesShape = z
  .object({ total: z.number().int(), services: z.array(serviceShape) })
  .openapi('Services');

export const publicationLinkShape = z
  .object({
    day: z.string(),
    number: z.number().int(),
    sha256: z.string(),
    plan: z.string().describe('Empreinte de la version du plan'),
    sentence: z.string().nullable(),
    withdrawn: z.string().nullable().describe('Raison du retrait ; null : la publication vaut'),
    links,
  })
  .openapi('LienDePublication');

export const registrationShape = z
  .object({
    indicator: z.string(),
    version: z.number().int().describe('Version du plan'),
    registeredAt: z.string(),
    beforeLooking: z.boolean().describe('Aucun chiffre de ces effets n’était connu de ce site'),
    sha256: z.string().describe('Empreinte de ce qui est annoncé, que l’on recalcule depuis une publication'),
  })
  .openapi('PlanEnregistre');

export const decisionShape = z
  .object({
    decidedOn: z.string().describe('AAAA-MM-JJ'),
    kind: z.enum(['continue-more', 'continue-less', 'provisional', 'pivot', 'stop', 'transfer']),
    reason: z.string(),
    amount: z.number().int().nullable().describe('En euros'),
    moneyUntil: z.string().nullable(),
    evidence: z
      .object({
        sha256: z.string(),
        frozenOn: z.string(),
        publication: z.string().nullable().describe('Adresse de la publication que le comité avait'),
      })
      .describe('Les preuves figées sur lesquelles porte la décision'),
    conditions: z.array(
      z.object({
        text: z.string(),
        dueOn: z.string(),
        isProof: z.boolean().describe('La preuve demandée pour continuer'),
        state: z.enum(['met', 'not-met', 'awaited', 'late']),
      }),
    ),
    added: z
      .array(
        z.object({
          day: z.string(),
          kind: z.enum(['correction', 'addition', 'made-public']),
          text: z.string(),
        }),
      )
      .describe('Ce qui a été dit de la décision, qui ne change jamais'),
    lookedBack: z
      .array(
        z.object({
          months: z.union([z.literal(6), z.literal(12)]),
          day: z.string(),
          verdict: z.enum(['as-hoped', 'not-as-hoped', 'cannot-tell']),
          word: z.string(),
          figures: z.array(z.string()).describe('Ce jour-là et à présent, en français'),
        }),
      )
      .describe('Ce que la décision a donné, six mois et un an plus tard'),
  })
  .openapi('Decision');

export const correctionShape = z
  .object({
    day: z.string(),
    service: z.object({ id: z.string(), name: z.string() }),
    kind: z.enum(['correction', 'withdrawal']),
    reason: z.string(),
    about: z.string().describe('Adresse de l’état concerné'),
  })
  .openapi('Correction');

export const problemShape = z
  .object({
    type: z.string(),
    status: z.number().int(),
    title: z.string(),
    detail: z.string(),
    advice: z.string(),
  })
  .openapi('Probleme');

export const publicationShape = z
  .object({
    sha256: z.string(),
    parts: z.record(z.string(), z.string()),
    bundle: z.record(z.string(), z.unknown()),
  })
  .describe('La publication telle qu’elle est figée : « foulee verify » accepte cette adresse')
  .openapi('Publication');

export const measureShape = z
  .object({ indicator: z.string(), name: z.string(), matrix: z.string() })
  .loose()
  .describe('Un indicateur publié : comptes, chiffres, phrase, preuve, qualité, limites')
  .openapi('Indicateur');
