/**
 * Cumulative hazard of an event by day of index and delay, for a hazard that is a delay shape times the season of
 * the day: H(i, t) = Σ_{u=1..t} g(u) · s(i + u). An event of intensity θ has happened by delay t with probability
 * 1 − exp(−θ·H(i, t)): the same table draws the events and gives their true incidence.
 */
export interface HazardTable {
  /** Longest delay, in days. */
  readonly longest: number;
  cumulative(index: number, delay: number): number;
  /** First delay at which the cumulative hazard reaches `amount`; 0 when it never does. */
  delayAt(index: number, amount: number): number;
}

/** `shape[t]` for t = 1 … longest; `season[day]` for every day up to `indexDays` + longest. */
export function createHazardTable(shape: Float64Array, season: Float64Array, indexDays: number): HazardTable {
  const longest = shape.length - 1;
  const width = longest + 1;
  const table = new Float64Array(indexDays * width);
  for (let index = 0; index < indexDays; index++) {
    let sum = 0;
    for (let t = 1; t <= longest; t++) {
      sum += (shape[t] ?? 0) * (season[index + t] ?? 0);
      table[index * width + t] = sum;
    }
  }
  const at = (index: number, delay: number): number =>
    delay <= 0 ? 0 : (table[index * width + Math.min(delay, longest)] ?? 0);
  return {
    longest,
    cumulative: at,
    delayAt(index, amount) {
      if (at(index, longest) < amount) return 0;
      let low = 1;
      let high = longest;
      while (low < high) {
        const middle = (low + high) >>> 1;
        if (at(index, middle) >= amount) high = middle;
        else low = middle + 1;
      }
      return low;
    },
  };
}

/** Delay shape t^power · exp(−t / scale), t = 1 … longest, of sum 1; index 0 is unused. */
export function delayShape(power: number, scale: number, longest: number): Float64Array {
  const shape = Float64Array.from({ length: longest + 1 }, (_, t) =>
    t === 0 ? 0 : Math.exp(power * Math.log(t) - t / scale),
  );
  const total = shape.reduce((sum, value) => sum + value, 0);
  return shape.map((value) => value / total);
}
