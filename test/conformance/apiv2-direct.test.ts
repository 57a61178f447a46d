import { conforms } from './conforms';
import { linkUnderTest } from './links';

describe(linkUnderTest['apiv2-direct'].name, () => conforms(linkUnderTest['apiv2-direct']));
