/** What `kb import --from` knows; apart from the importers, so that a command line loads none of them. */
export const importSources = ["civic", "moalmanac"] as const;
