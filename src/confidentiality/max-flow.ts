/** A directed edge with the most it may carry (possibly Infinity). */
export interface Edge {
  readonly from: number;
  readonly to: number;
  readonly capacity: number;
}

export interface MaxFlow {
  readonly value: number;
  /** Nodes still reachable from the source (1) or not (0): edges leaving this set are what limits the flow. */
  readonly reachable: Uint8Array;
}

export interface FlowQuestion {
  readonly source: number;
  readonly sink: number;
  /** Positions of edges left out. */
  readonly without?: readonly number[];
  /** Stop once this much flows. */
  readonly enough?: number;
}

/**
 * A network to ask several times for the most that can go from a source to a sink (Edmonds & Karp 1972: shortest
 * augmenting paths). Capacities are whole, so answers are.
 */
export function flowNetwork(nodes: number, edges: readonly Edge[]): (question: FlowQuestion) => MaxFlow {
  // Edge 2k is edges[k]; edge 2k + 1 is what can be taken back from it.
  const capacities = Float64Array.from(edges.flatMap(({ capacity }) => [capacity, 0]));
  const ends = Int32Array.from(edges.flatMap(({ from, to }) => [to, from]));
  const leaving: number[][] = Array.from({ length: nodes }, () => []);
  edges.forEach(({ from, to }, k) => {
    leaving[from]?.push(2 * k);
    leaving[to]?.push(2 * k + 1);
  });
  const end = (edge: number): number => ends[edge] as number;
  const queue = new Int32Array(nodes);
  const arrivedBy = new Int32Array(nodes);

  return ({ source, sink, without = [], enough = Number.POSITIVE_INFINITY }) => {
    const residual = capacities.slice();
    for (const k of without) residual[2 * k] = 0;
    for (let value = 0; ; ) {
      const reachable = new Uint8Array(nodes);
      reachable[source] = 1;
      queue[0] = source;
      for (let read = 0, length = 1; read < length && reachable[sink] === 0; read++)
        for (const edge of leaving[queue[read] as number] as number[]) {
          const next = end(edge);
          if (reachable[next] === 1 || (residual[edge] as number) <= 0) continue;
          reachable[next] = 1;
          arrivedBy[next] = edge;
          queue[length++] = next;
        }
      if (reachable[sink] === 0 || value >= enough) return { value, reachable };
      let pushed = Number.POSITIVE_INFINITY;
      for (let node = sink; node !== source; node = end((arrivedBy[node] as number) ^ 1))
        pushed = Math.min(pushed, residual[arrivedBy[node] as number] as number);
      value += pushed;
      if (value === Number.POSITIVE_INFINITY) return { value, reachable };
      for (let node = sink; node !== source; node = end((arrivedBy[node] as number) ^ 1)) {
        const edge = arrivedBy[node] as number;
        residual[edge] = (residual[edge] as number) - pushed;
        residual[edge ^ 1] = (residual[edge ^ 1] as number) + pushed;
      }
    }
  };
}
