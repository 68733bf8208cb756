/** Rules of other programs, for comparison with their results (clinical 4.1). */
export const peerRules = ["blacksheep", "tukey", "kiqr", "zscore"] as const;
export type PeerRule = (typeof peerRules)[number];
