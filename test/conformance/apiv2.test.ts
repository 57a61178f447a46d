import { conforms } from './conforms';
import { linkUnderTest } from './links';

describe(linkUnderTest.apiv2.name, () => conforms(linkUnderTest.apiv2));
