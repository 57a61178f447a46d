import { conforms } from './conforms';
import { linkUnderTest } from './links';

describe(linkUnderTest.ecommerce.name, () => conforms(linkUnderTest.ecommerce));
