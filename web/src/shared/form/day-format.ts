/** How a day is shown and typed in every field for one: as the API, files and logs have it. */
export const DAY_FORMAT = { format: 'iso', placeholder: 'YYYY-MM-DD' } as const;
