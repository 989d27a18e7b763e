import type { z } from 'zod';
import type { IndicatorBase, ProxyIndicator } from '../plan.ts';
import type { proxy } from './schema.ts';

type Written = z.output<typeof proxy>;

export function buildProxy(indicator: Written, base: IndicatorBase): ProxyIndicator {
  return {
    ...base,
    method: 'proxy',
    count: indicator.count,
    counted: indicator.counted,
    signOf: indicator.sign_of ?? null,
    calibration: indicator.calibration ? buildCalibration(indicator.calibration) : null,
  };
}

function buildCalibration(written: NonNullable<Written['calibration']>): ProxyIndicator['calibration'] {
  const { source, yes, called, effect } = written;
  return {
    effect,
    calls:
      source != null
        ? { source, yes: yes ?? [] }
        : { called: called ?? 0, yes: Number(yes?.[0] ?? 0), drawn: written.drawn ?? null },
  };
}
