import { createHash } from 'node:crypto';
import { GraphQLError, parse, validate, type DocumentNode, type GraphQLSchema } from 'graphql';
import { checkNesting, type Limits } from './limits.ts';
import { Refusal } from './refusal.ts';
import { validationRules, withoutRepetition } from './validation-rules.ts';

/** A document that is valid against the client schema. */
export interface ReadDocument {
  /** SHA-256 of the text, in hexadecimal. */
  readonly hash: string;
  readonly text: string;
  readonly document: DocumentNode;
}

/** What documents must be, besides valid. */
export interface DocumentPolicy {
  readonly limits: Limits;
  readonly demandsPageSize: boolean;
}

/** Reads documents, each text once. */
export interface Documents {
  /** Throws a {@link Refusal} when the text is no valid document. */
  read(text: string): ReadDocument;
}

const mostErrors = 5;
const mostDocuments = 2_000;

/** Characters of all documents that are kept: long ones make room for fewer others. */
const mostCharacters = 16 * 1024 * 1024;

/** Keeps the documents that were read last, valid or not, by their texts. */
export function createDocuments(schema: GraphQLSchema, policy: DocumentPolicy): Documents {
  const kept = new Map<string, ReadDocument | Refusal>();

  let characters = 0;

  const remember = (text: string, result: ReadDocument | Refusal): void => {
    characters += text.length;
    kept.set(text, result);
    for (const oldest of kept.keys()) {
      if (kept.size <= mostDocuments && characters <= mostCharacters) return;
      kept.delete(oldest);
      characters -= oldest.length;
    }
  };

  return {
    read(text) {
      const known = kept.get(text);
      if (known !== undefined) {
        kept.delete(text);
        characters -= text.length;
      }
      const result = known ?? readDocument(schema, policy, text);
      remember(text, result);
      if (result instanceof Refusal) throw result;
      return result;
    },
  };
}

/** Reads one text, valid or not. */
export function readDocument(
  schema: GraphQLSchema,
  policy: DocumentPolicy,
  text: string,
): ReadDocument | Refusal {
  let document: DocumentNode;
  try {
    checkNesting(text, policy.limits);
    document = parse(text, { maxTokens: policy.limits.tokens });
  } catch (error) {
    const message =
      error instanceof GraphQLError ? plain(error.message) : 'The document does not parse.';
    const locations = error instanceof GraphQLError ? error.locations : undefined;
    const extensions = { code: 'GRAPHQL_PARSE_FAILED' };
    const formatted = { message, ...(locations && { locations }), extensions };
    return new Refusal(400, [formatted], { isRequestError: true });
  }
  const options = { maxErrors: mostErrors, hideSuggestions: true };
  const rules = validationRules(policy.demandsPageSize);
  const errors = withoutRepetition([...validate(schema, document, rules, options)]).slice(
    0,
    mostErrors,
  );
  if (errors.length === 0) return { hash: hashOf(text), text, document };
  const formatted = errors.map(formatValidationError);
  const isRequestError = formatted.some(
    ({ extensions }) => extensions.code === 'GRAPHQL_VALIDATION_FAILED',
  );
  return new Refusal(400, formatted, { isRequestError });
}

function hashOf(text: string): string {
  return createHash('sha256').update(text).digest('hex');
}

function formatValidationError(error: GraphQLError) {
  const code =
    error.extensions['code'] === 'BAD_USER_INPUT' ? 'BAD_USER_INPUT' : 'GRAPHQL_VALIDATION_FAILED';
  const { message, locations } = error;
  return { message: plain(message), ...(locations && { locations }), extensions: { code } };
}

/** Suggestions would tell the schema bit by bit; these are made whatever validation is asked for. */
function plain(message: string): string {
  return message.replace(/,? did you mean .*\?$/is, '');
}
