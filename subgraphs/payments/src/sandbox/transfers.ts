import { textOf, textsBelow, type Form } from './form.ts';
import { stripeId, unixSeconds, type StripeObject, type TransferObject } from './objects.ts';
import { invalidRequest, missing } from './stripe-error.ts';

/** Accounts that begin so cannot receive anything; all others that begin with `acct_` can. */
const restricted = 'acct_restricted';

/** Keeps in memory what was sent to connected accounts, and tells of it. */
export function createTransfers(emit: (type: string, object: StripeObject) => void) {
  const transfers: TransferObject[] = [];
  return {
    create(form: Form): TransferObject {
      const [destination, amount] = [
        textOf(form, 'destination') ?? '',
        Number(textOf(form, 'amount')),
      ];
      if (!destination.startsWith('acct_'))
        throw missing('destination', destination, 'destination');
      if (destination.startsWith(restricted)) {
        throw invalidRequest('Your destination account needs to have the transfers capability.', {
          code: 'insufficient_capabilities_for_transfer',
        });
      }
      if (!Number.isSafeInteger(amount) || amount < 1) {
        throw invalidRequest('Invalid positive integer', { param: 'amount' });
      }
      const transfer: TransferObject = {
        id: stripeId('tr'),
        object: 'transfer',
        amount,
        currency: textOf(form, 'currency') ?? 'eur',
        destination,
        transfer_group: textOf(form, 'transfer_group'),
        reversed: false,
        created: unixSeconds(),
        livemode: false,
        metadata: textsBelow(form, 'metadata'),
      };
      transfers.unshift(transfer);
      emit('transfer.created', transfer);
      return transfer;
    },

    /** Those of a group, the newest first. */
    list(form: Form) {
      const group = textOf(form, 'transfer_group');
      const data = transfers.filter((one) => group === null || one.transfer_group === group);
      return { object: 'list', url: '/v1/transfers', data, has_more: false };
    },
  };
}
