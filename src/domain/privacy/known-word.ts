// The form in which a dismissed word is remembered and compared.

export const toKnownWord = (text: string): string => text.trim().toLowerCase().slice(0, 80);
