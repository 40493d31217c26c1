// Times that exist. A pattern alone lets the 45th of a 13th month through, and whatever formats it then throws.

/** True for exactly what Date.toISOString writes of a four-digit year. */
export const isInstant = (text: string): boolean => {
  const ms = Date.parse(text);
  return text.length === 24 && !Number.isNaN(ms) && new Date(ms).toISOString() === text;
};

/** True for a day of the calendar, as in `2026-11-24`. */
export const isDay = (text: string): boolean => isInstant(`${text}T00:00:00.000Z`);
