/** Evidence levels as they are written in an address. */
export const knownLevels = ['0', '1', '2', '3', '4', '5'] as const;
