import { graphql } from './generated/gql.ts';

export const UpdateProfile = graphql(`
  mutation UpdateProfile($input: UpdateProfileInput!) {
    updateProfile(input: $input) {
      user {
        id
      }
      userErrors {
        code
        message
        path
      }
    }
  }
`);

export const SetLocation = graphql(`
  mutation SetLocation($input: SetLocationInput!) {
    setLocation(input: $input) {
      user {
        id
      }
      userErrors {
        code
        message
        path
      }
    }
  }
`);
