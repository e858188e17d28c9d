import {
  buildASTSchema,
  findBreakingChanges,
  parse,
  print,
  validate,
  type GraphQLSchema,
} from 'graphql';
import { deprecationsOf } from './deprecations.ts';
import type { RegisteredOperation } from './registered-operations.ts';
import { usedCoordinates, usedPart } from './used-part.ts';

/** What a contract means for the operations that are registered for its audience. */
export interface OperationSafety {
  /** Each names client, operation, and what of its use was removed or changed. */
  readonly problems: readonly string[];
  /** Those among them that the contract refuses, each with why. */
  readonly invalid: readonly string[];
  /** Uses of what may be removed by now. */
  readonly overdue: readonly string[];
  /** What the operations use of the contract as it is, as SDL. */
  readonly record: string;
}

/**
 * Compares what operations use of a contract with what they used when that was recorded. Valid is
 * not enough: a client also relies on the types of what it is answered. `today` is YYYY-MM-DD.
 */
export function judgeOperations(
  operations: readonly RegisteredOperation[],
  contract: GraphQLSchema,
  recorded: string,
  today: string,
): OperationSafety {
  const isRecorded = recorded.trim() !== '';
  const before = isRecorded ? buildASTSchema(parse(recorded), { assumeValid: true }) : null;
  const documents = operations.map(({ document }) => document);
  const judged = operations.map((operation) => ({
    operation,
    changes: before === null ? [] : changesFor(operation, before, contract),
    errors: validate(contract, operation.document).map(({ message }) => message),
  }));
  return {
    problems: judged.flatMap(({ operation, changes, errors }) =>
      titled(operation, changes.length > 0 ? changes : errors),
    ),
    invalid: judged.flatMap(({ operation, errors }) => titled(operation, errors)),
    overdue: operations.flatMap((operation) => overdueUses(operation, contract, today)),
    record: `${print(usedPart(contract, documents))}\n`,
  };
}

function changesFor(
  { document }: RegisteredOperation,
  before: GraphQLSchema,
  contract: GraphQLSchema,
): string[] {
  const relied = buildASTSchema(usedPart(before, [document]), { assumeValid: true });
  return findBreakingChanges(relied, contract).map(({ description }) => description);
}

function overdueUses(
  operation: RegisteredOperation,
  contract: GraphQLSchema,
  today: string,
): string[] {
  const used = usedCoordinates(contract, operation.document);
  const overdue = deprecationsOf(contract).flatMap(({ coordinate, removeAfter }) =>
    used.has(coordinate) && removeAfter !== null && removeAfter < today
      ? [`still uses ${coordinate}, which may go since ${removeAfter}.`]
      : [],
  );
  return titled(operation, overdue);
}

function titled({ client, name }: RegisteredOperation, lines: readonly string[]): string[] {
  return lines.map((line) => `${client}, ${name}: ${line}`);
}
