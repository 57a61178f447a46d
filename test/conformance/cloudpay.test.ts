import { conforms } from './conforms';
import { linkUnderTest } from './links';

describe(linkUnderTest.cloudpay.name, () => conforms(linkUnderTest.cloudpay));
