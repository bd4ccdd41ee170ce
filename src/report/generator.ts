/** By this a file is known as a report of this program, whatever its version: a newer one may replace it unasked. */
export const generator = 'Vault report';
