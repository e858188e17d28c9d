import { graphql } from '../generated/gql.ts';

export const SignUp = graphql(`
  mutation SignUp($input: SignUpInput!) {
    signUp(input: $input) {
      mailSent
      userErrors {
        code
        message
        path
      }
    }
  }
`);

export const VerifyEmail = graphql(`
  mutation VerifyEmail($input: VerifyEmailInput!) {
    verifyEmail(input: $input) {
      auth {
        accessToken
        refreshToken
      }
      user {
        id
        displayName
      }
      userErrors {
        code
        message
        path
      }
    }
  }
`);

export const LogIn = graphql(`
  mutation LogIn($input: LogInInput!) {
    logIn(input: $input) {
      auth {
        accessToken
        refreshToken
      }
      user {
        id
        displayName
      }
      userErrors {
        code
        message
        path
      }
    }
  }
`);

export const AddSkill = graphql(`
  mutation AddSkill($input: AddSkillInput!) {
    addSkill(input: $input) {
      skill {
        id
        label
        type
      }
      userErrors {
        code
        message
        path
      }
    }
  }
`);

export const SetAvailability = graphql(`
  mutation SetAvailability($input: SetAvailabilityInput!) {
    setAvailability(input: $input) {
      availability {
        timeZone
        weekly {
          day
          start
          end
        }
      }
      userErrors {
        code
        message
        path
      }
    }
  }
`);

export const Matches = graphql(`
  query Matches {
    viewer {
      id
      matches(first: 5) {
        edges {
          node {
            id
            score
            status
            reasons {
              code
              text
            }
            user {
              id
              displayName
            }
            teachesViewer {
              id
              label
            }
            learnsFromViewer {
              id
              label
            }
            conversation {
              id
            }
          }
        }
      }
    }
  }
`);

export const ExpressInterest = graphql(`
  mutation ExpressInterest($input: ExpressInterestInput!) {
    expressInterest(input: $input) {
      match {
        id
        status
      }
      userErrors {
        code
        message
        path
      }
    }
  }
`);

export const SendMessage = graphql(`
  mutation SendMessage($input: SendMessageInput!) {
    sendMessage(input: $input) {
      message {
        id
        seq
        text
      }
      deduplicated
      userErrors {
        code
        message
        path
      }
    }
  }
`);

export const MarkRead = graphql(`
  mutation MarkRead($input: MarkReadInput!) {
    markRead(input: $input) {
      conversation {
        id
        unreadCount
      }
      userErrors {
        code
        message
        path
      }
    }
  }
`);

export const ConversationEvents = graphql(`
  subscription ConversationEvents($conversationId: ID!, $afterSeq: Int) {
    conversationEvents(conversationId: $conversationId, afterSeq: $afterSeq) {
      seq
      kind
      message {
        id
        text
        sender {
          id
          displayName
        }
      }
    }
  }
`);

export const OpenSlots = graphql(`
  query OpenSlots($userId: ID!, $from: DateTime!, $to: DateTime!, $durationMinutes: Int!) {
    user(id: $userId) {
      id
      timeZone
      openSlots(from: $from, to: $to, durationMinutes: $durationMinutes) {
        startAt
        endAt
      }
    }
  }
`);

export const ProposeSession = graphql(`
  mutation ProposeSession($input: ProposeSessionInput!) {
    proposeSession(input: $input) {
      session {
        id
        status
        version
        startAt
        endAt
      }
      alternatives {
        startAt
      }
      userErrors {
        code
        message
        path
      }
    }
  }
`);

export const ConfirmSession = graphql(`
  mutation ConfirmSession($input: SessionActionInput!) {
    confirmSession(input: $input) {
      session {
        id
        status
        version
      }
      userErrors {
        code
        message
        path
      }
    }
  }
`);

export const MarkSessionDone = graphql(`
  mutation MarkSessionDone($input: SessionActionInput!) {
    markSessionDone(input: $input) {
      session {
        id
        status
        version
      }
      userErrors {
        code
        message
        path
      }
    }
  }
`);

export const SessionReviews = graphql(`
  query SessionReviews($id: ID!) {
    session(id: $id) {
      id
      status
      viewerCanReview
      reviews {
        id
        stars
        comment
        reviewer {
          id
        }
      }
    }
  }
`);

export const SubmitReview = graphql(`
  mutation SubmitReview($input: SubmitReviewInput!) {
    submitReview(input: $input) {
      review {
        id
        stars
        publishedAt
      }
      userErrors {
        code
        message
        path
      }
    }
  }
`);

/** What the mobile app asks for when it opens: everything on its first screen in one request. */
export const Home = graphql(`
  query Home {
    viewer {
      id
      displayName
      photoUrl
      unreadTotal
      reputation {
        score
        count
      }
      reliability {
        score
        done
      }
      membership {
        id
        status
        plan {
          code
          name
        }
      }
      timeCredits {
        balanceMinutes
      }
      matches(first: 10) {
        edges {
          node {
            id
            score
            status
            reasons {
              code
              text
            }
            user {
              id
              displayName
              photoUrl
              languages
              reputation {
                score
                count
              }
            }
            teachesViewer {
              id
              label
              level
            }
            learnsFromViewer {
              id
              label
              level
            }
          }
        }
      }
      sessions(first: 5) {
        edges {
          node {
            id
            startAt
            endAt
            status
            mode
            skill {
              id
              label
            }
            teacher {
              id
              displayName
            }
            learner {
              id
              displayName
            }
            conversation {
              id
              unreadCount
            }
            viewerCanReview
            reviews {
              id
              stars
            }
          }
        }
      }
    }
  }
`);
