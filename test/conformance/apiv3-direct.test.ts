import { conforms } from './conforms';
import { linkUnderTest } from './links';

describe(linkUnderTest['apiv3-direct'].name, () => conforms(linkUnderTest['apiv3-direct']));
