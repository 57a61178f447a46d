import { conforms } from './conforms';
import { linkUnderTest } from './links';

describe(linkUnderTest.apiv3.name, () => conforms(linkUnderTest.apiv3));
