/** JSON of what rows hold; positions and other `bigint`s as text, for JSON's readers would round them. */
export const rowJson = (value: object): string => JSON.stringify(value, bigintAsText);

const bigintAsText = (_name: string, value: unknown): unknown => (typeof value === 'bigint' ? `${value}` : value);
