import { changeRegistry, type RegistryNeeds } from './change-registry.ts';
import type { Dependencies } from './dependencies.ts';
import { done, refusal, refused, type Outcome } from './refusal.ts';
import type { OperationState, RegisteredOperation } from './registered-operation.ts';

/** Why an operation does not come into a state. */
export type MoveOperationRefusal = 'NOT_FOUND' | 'INVALID_STATE';

type Needs = RegistryNeeds & Pick<Dependencies, 'registeredOperations'>;

/** Deprecates, retires or reinstates an operation. */
export async function moveOperation(
  needs: Needs,
  operationId: string,
  state: OperationState,
): Promise<Outcome<RegisteredOperation, MoveOperationRefusal>> {
  const { moved, known } = await changeRegistry(needs, async (tx) => ({
    moved: await needs.registeredOperations.move(tx, operationId, state, needs.clock.now()),
    known: await needs.registeredOperations.findIn(tx, operationId),
  }));
  if (moved !== null) return done(moved);
  return refused(refusal(known === null ? 'NOT_FOUND' : 'INVALID_STATE', 'operationId'));
}
