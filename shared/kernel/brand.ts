declare const brand: unique symbol

/** A `Base` that only its own parser can make: two branded strings never mix. */
export type Brand<Name extends string, Base = string> = Base & { readonly [brand]: Name }
