import { conforms } from './conforms';
import { linkUnderTest } from './links';

describe(linkUnderTest.cloudrun.name, () => conforms(linkUnderTest.cloudrun));
