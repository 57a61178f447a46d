import { conforms } from './conforms';
import { linkUnderTest } from './links';

describe(linkUnderTest.brand.name, () => conforms(linkUnderTest.brand));
