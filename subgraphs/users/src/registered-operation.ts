/** What an operation does. */
export type OperationKind = 'QUERY' | 'MUTATION' | 'SUBSCRIPTION';

/** Whether a registered operation may be run. */
export type OperationState = 'ACTIVE' | 'DEPRECATED' | 'RETIRED';

/** Whose list an operation is in: a partner's, or that of an app of our own. */
export type OperationClient =
  | { readonly partnerId: string; readonly app: null }
  | { readonly partnerId: null; readonly app: string };

/** An operation that its client may run by the id of its document. */
export interface RegisteredOperation {
  readonly id: string;
  readonly client: OperationClient;
  /** SHA-256 of the text, in hexadecimal; unique within the client's list. */
  readonly hash: string;
  readonly name: string;
  readonly kind: OperationKind;
  readonly text: string;
  /** What one run was estimated to cost when it was published. */
  readonly cost: number;
  readonly state: OperationState;
  readonly publishedAt: Date;
  readonly deprecatedAt: Date | null;
  readonly retiredAt: Date | null;
}

/** The most operations of one client. */
export const mostOperations = 2_000;

/** The states from which an operation can come into a state. */
export const statesBefore: Readonly<Record<OperationState, readonly OperationState[]>> = {
  ACTIVE: ['DEPRECATED', 'RETIRED'],
  DEPRECATED: ['ACTIVE'],
  RETIRED: ['ACTIVE', 'DEPRECATED'],
};
