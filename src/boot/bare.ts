/**
 * A copy without a prototype: `__proto__` is no key in it, and what a page has put on
 * `Object.prototype` is not read as if it were in here.
 */
export const bare = <T extends object>(from?: T): T => ({ __proto__: null, ...from }) as unknown as T;
