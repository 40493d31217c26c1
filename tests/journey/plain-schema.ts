// As much of JSON Schema as the published ones use, so that an auditor's check needs nothing of the app.
type Schema = Readonly<Record<string, unknown>>;

const isObject = (value: unknown): value is Record<string, unknown> =>
  typeof value === "object" && value !== null && !Array.isArray(value);

const isType = (value: unknown, type: unknown): boolean =>
  type === "object"
    ? isObject(value)
    : type === "array"
      ? Array.isArray(value)
      : type === "integer"
        ? Number.isInteger(value)
        : typeof value === type;

/** Places where the value does not fit, as paths; none where all does. */
export const misfits = (value: unknown, schema: Schema, path = ""): readonly string[] => {
  const { type, anyOf, properties, required, additionalProperties, items } = schema;
  const found: string[] = [];
  if (Array.isArray(anyOf) && !anyOf.some((each) => misfits(value, each).length === 0))
    return [path];
  if (type !== undefined && !isType(value, type)) return [path];
  if ("const" in schema && value !== schema.const) found.push(path);
  if (Array.isArray(schema.enum) && !schema.enum.includes(value)) found.push(path);
  if (typeof value === "string") {
    const { pattern, minLength = 0, maxLength = Number.POSITIVE_INFINITY } = schema;
    if (typeof pattern === "string" && !new RegExp(pattern, "u").test(value)) found.push(path);
    if (value.length < Number(minLength) || value.length > Number(maxLength)) found.push(path);
  }
  if (typeof value === "number") {
    const { minimum = Number.NEGATIVE_INFINITY, maximum = Number.POSITIVE_INFINITY } = schema;
    if (value < Number(minimum) || value > Number(maximum)) found.push(path);
  }
  if (Array.isArray(value) && isObject(items)) {
    for (const [at, item] of value.entries()) found.push(...misfits(item, items, `${path}/${at}`));
  }
  if (isObject(value)) {
    const known = isObject(properties) ? properties : {};
    for (const name of Array.isArray(required) ? required : []) {
      if (!(name in value)) found.push(`${path}/${name}`);
    }
    for (const [name, each] of Object.entries(value)) {
      const own = known[name];
      if (isObject(own)) found.push(...misfits(each, own, `${path}/${name}`));
      else if (isObject(additionalProperties)) {
        found.push(...misfits(each, additionalProperties, `${path}/${name}`));
      } else if (additionalProperties === false) found.push(`${path}/${name}`);
    }
  }
  return found;
};
