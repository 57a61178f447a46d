/** Where sources disagree about notifications, or merchants may choose. */
export interface NoticeSettings {
  /** `TRANSACTION.SUCCESS` for everything (seen live), or `PROFITSHARING.SUCCESS` and `.RETURN` (the older pages). */
  readonly eventType: 'TRANSACTION.SUCCESS' | 'PROFITSHARING';
  /** `profitsharing` as documented, `transaction` as seen live. */
  readonly originalType: 'profitsharing' | 'transaction';
  /** At most 16 characters; documented as optional, so it may be empty. */
  readonly associatedData: string;
  /** Who is named as receiver of a return: the payer, says the FAQ; the text of the field names the share's receiver. */
  readonly returnReceiver: 'payer' | 'returner';
  /** Whose address and key: the receiver's as documented, or in provider mode the service provider's. */
  readonly addressee: 'receiver' | 'provider';
  /** The key that signs, where the merchant has both. */
  readonly signWith: 'publicKey' | 'certificate';
}

export const noticeDefaults: NoticeSettings = {
  eventType: 'TRANSACTION.SUCCESS',
  originalType: 'profitsharing',
  associatedData: 'profitsharing',
  returnReceiver: 'payer',
  addressee: 'receiver',
  signWith: 'publicKey',
};
