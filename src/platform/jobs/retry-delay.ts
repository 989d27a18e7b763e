const first = 60_000;
const longest = 6 * 3_600_000;

/** Milliseconds before the next attempt after `attempt` failed ones: 1, 4, 16, 64 minutes…, six hours at most. */
export const retryDelay = (attempt: number): number => Math.min(longest, first * 4 ** (attempt - 1));
